/// What each algorithm does, in a sentence for people.
export const ABOUT: Record<string, string> = {
  als: 'Finds hidden tastes in plays. A good first choice.',
  ease: 'How often things are played together, corrected for everything else. Strong on small catalogues.',
  'item-knn': 'What is played by the same people.',
  'user-knn': 'What people with a like taste play.',
  rp3beta: 'A walk from listener to item and on; reaches rare music.',
  nmf: 'Hidden tastes that only add up: easy to read.',
  warp: 'Learns to put what is liked on top of the list.',
  bpr: 'Learns which of two things someone would rather play.',
  mf: 'Predicts how much something is played.',
  popular: 'The same for everybody: what most people play. To compare with.',
  random: 'By chance. To compare with.',
  content: 'Also knows music without a play, by its tags and sound.',
  blend: 'Several algorithms together. Takes longest.',
  all: 'Begins with the promising ones, and drops what falls behind.',
};
