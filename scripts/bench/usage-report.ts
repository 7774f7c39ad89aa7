// Loaded before an app: tells whoever started it what it uses, whenever asked.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicroseconds: user + system, residentBytes: process.memoryUsage.rss() });
});
process.on('disconnect', () => process.exit());
