/** Rare words that the story types into each kind of field; a scan looks for them outside the databases. */
export const canaries = {
  employeeName: 'Laras Kenariadunia Peraga, S.Kom.',
  line: 'Ruang Kenaribaris 7',
  feedback: 'kenariumpanbalik',
  behaviour: 'kenariperilaku',
  response: 'kenaritanggapan',
  note: 'kenaricatatanpribadi',
  noteTitle: 'Kenarijudul',
  result: 'kenarihasil',
  followUp: 'kenaritindaklanjut',
  draft: 'kenaridrafbelumselesai',
  paperRemark: 'kenarikertas',
  search: 'kenaricatatan',
} as const;
