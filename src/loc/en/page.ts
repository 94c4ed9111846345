export const page = {
  titleLabel: 'Title',
  loading: 'Getting your page ready',
  slow: 'This is taking longer than usual. We are still trying.',
  tryAgain: 'Try again',
  helpFrom: 'Help from school:',
  code: (code: string) => `If you ask for help, please give this code: ${code}`,
  refreshFailed: 'We could not check for news just now. What you see is what we had before.',
  panelFault: 'This part of the page has a fault of ours and cannot be shown. The rest of the page is not affected.',
} as const;
