import { Box, Text } from 'ink';
import type { ReactNode } from 'react';

/** One row with something at each end; where both do not fit, the left is cut. */
export function Row({
  columns,
  left,
  right = '',
}: {
  columns: number;
  left: string;
  right?: string;
}): ReactNode {
  return (
    <Box width={columns} height={1} flexShrink={0} justifyContent="space-between">
      <Box flexShrink={1} minWidth={0} height={1}>
        <Text wrap="truncate">{left}</Text>
      </Box>
      {right === '' ? null : (
        <Box flexShrink={0} marginLeft={2}>
          <Text wrap="truncate">{right}</Text>
        </Box>
      )}
    </Box>
  );
}
