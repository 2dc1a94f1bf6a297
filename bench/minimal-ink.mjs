import { Box, render, Text } from 'ink';
import { createElement, useEffect, useState } from 'react';

/** The least that could be called a live pulse in Ink: one box, one number, one timer. */
function App() {
  const [bpm, setBpm] = useState(72);
  useEffect(() => {
    const timer = setInterval(() => setBpm((last) => 60 + ((last + 1) % 40)), 1000);
    return () => clearInterval(timer);
  }, []);
  return createElement(Box, { borderStyle: 'round' }, createElement(Text, null, `${bpm} bpm`));
}

render(createElement(App));
