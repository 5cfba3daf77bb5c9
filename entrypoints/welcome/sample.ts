// The article that the first-run page shows the job on. Everyone and everything in it is made up. It is English in every
// language, because names are found in English texts today.

export const sampleHeadline = 'Lighthouse of Port Ellery to stay dark for another winter';

export const sampleParagraphs: readonly string[] = [
  'The council of Port Ellery has put off the repair of its lighthouse once more. Mayor Annelie Brandt said on Monday that the money would go to the harbour wall first. “A lamp is of no use to a town under water,” Brandt told the Evening Courier.',
  'The Harbour Trust, which has looked after the tower since 1931, disagrees. Its chairman Tomas Okafor calls the delay “a gamble with forty fishing boats” and has asked the Ministry of Transport in Halden for help.',
  'The pictures of the cracked lens that Okafor has published as @tomasokafor on Instagram were seen by thousands. Brandt will answer questions at a meeting in Port Ellery on Friday.',
];
