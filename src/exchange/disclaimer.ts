/** Said by `--help` and in every export that can carry a remark. */
export const disclaimer =
  'pulsepace is no medical device, makes no diagnosis and cures nothing: when something feels wrong, stop and ask a doctor.';

/** A remark of ours: a title where there is one, and the disclaimer below it. */
export const remarked = (title: string | undefined): string =>
  title === undefined ? disclaimer : `${title}\n${disclaimer}`;

/** The title of a remark, whether it is ours or another program's. */
export const titleOfRemark = (remark: string): string => {
  const text = remark.trimEnd();
  return text.endsWith(disclaimer) ? text.slice(0, -disclaimer.length).trimEnd() : remark;
};
