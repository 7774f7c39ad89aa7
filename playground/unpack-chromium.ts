// A process of its own: the package unpacks into the folder for temporary files, which its starter chooses.
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
