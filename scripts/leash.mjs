// node --import ./scripts/leash.mjs …: the process ends when its launcher does, even killed with -9, because the
// launcher's end of its standard input then closes.
process.stdin
  .on('end', () => process.kill(process.pid, 'SIGTERM'))
  .resume()
  .unref?.();
