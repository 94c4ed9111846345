/** Closes the school as Ctrl+C does. */
export default async function stopSchool(): Promise<void> {
  const server = globalThis.schoolgateServer;
  if (!server || server.exitCode !== null) return;
  await new Promise((resolve) => {
    server.once('exit', resolve);
    server.kill('SIGTERM');
  });
}
