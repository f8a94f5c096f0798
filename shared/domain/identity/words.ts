/**
 * Words in which people compare a key by voice: 1024 common Indonesian words of four to eight letters, in alphabetical
 * order. No two begin with the same four letters or differ by one letter alone (changed, added, left out, or swapped
 * with its neighbour), so that a word half heard is not taken for another. The order is part of the format.
 */
export const wordList: readonly string[] = `
  abad abon acar adegan adil adonan agenda ahli ajaib ajak akal akhir akrab aksara aktif aktor akur alami alarm alat
  album alih ambang ambil amplop andong aneka anggur angin angkut angsa antar antik anyam apel arah arena aroma
  arsip artikel arus asam asin aspal asrama asuh asyik atap atlet aula awas ayun baca badai bagasi bagi bahasa bakar
  bakul balok bandara bangun bantal banyak barang batas batik batu bebas bebek becak beda bekal beku belanja beli
  belut bendi bengkel benih bensin bentuk benua berani berkas bersih besar besok beton betul biasa bibit bicara
  bidang bijak biji bilik bingkai biola biru biskuit blangkon bobot boleh boneka bonus bordir botol brankas buah
  budaya bugar bukti bulan bumbu bumi bundar bunyi busana busur butir cabang cair cakap cakram calon campur cangkir
  canting capai capung cara catat catur cawan celana cendol cengkeh cerdas cerita cermin cipta ciri coba cobek cocok
  contoh corak cuaca cucu cukup curah cuti dadu daerah daftar daging dalam danau dapur darat dasar datang daun daya
  dayung dekat delman dengar depan deras deret dermaga desa desimal diagram dialog didik digital dinding dingin
  diskusi dodol dokar dokter domba dompet dongeng dosen drama duduk duku dunia durian dusun edisi efek ejaan ekonomi
  ekspor emas ember empat empuk enak energi erat esai etalase etika fakta famili fantasi festival figur fiksi film
  final fisika fokus fondasi forum fosil foto fungsi gagasan gajah gaji galeri gambar gamelan gandum ganjil gapura
  garam garis garpu gasing gawang gedung gelang gelora gemar gembira genap genteng gerai gerbang gergaji gerimis
  gerobak getah gigih gitar gizi global goreng grafik gratis gudang gudeg gugus guna gunting gunung gurita guru
  hadiah halaman halte halus hampir handuk hangat harga hari harmoni hasil hebat helm herbal hewan hias hidup hijau
  hilir hingga hitam hitung hobi honor hormat hotel hulu humor huruf hutan ijuk ikat iklan iklim ilmu impian impor
  indeks industri ingat injak inovasi inti irigasi iris jadwal jaga jagung jahe jahit jaket jalan jalur jambu jamin
  jangkar janji jarak jaring jarum jati jauh jawab jejak jembatan jemput jemur jendela jenis jenjang jepit jerami
  jernih jeruk jitu joget joglo jual judul jujur jumlah jumpa jurnal jurus juta kabin kabut kacang kado kafe kagum
  kaisar kakao kakek kaldu kalender kalung kamar kamera kampung kamus kanan kancil kandang kantor kapal kapsul
  kapten karate karet kartu karya kasur kawat kayak kayu kebaya kebun kecap kecil kedai kedelai kejar keju kelas
  kelinci keluarga kemah kembang kemeja kemiri kemudi kenal kentang kepiting keramik keripik kerja kertas ketik
  ketua khas khusus kilat kimia kincir kini kios kipas kirim kisah klakson klasik klub kode kodok koin koki kokoh
  kolak koleksi kolom komet komik komputer kondisi konser kontak koper koran korek koridor kosakata kreasi kredit
  kuali kuis kuliah kulkas kunci kuning kunjung kuno kupu kura kurir kursi kurung kutub label labu lacak laci ladang
  lahan lajur lampu lancar langit lanjut lapis lapor laptop laron latar latih laut lebar lebih legenda lemari lembah
  lemon lempar lengkap lensa lentera lepas lereng letak lezat libur lidi liga lihat lilin lingkar lintas lirik lisan
  listrik lobak lodeh logam logika lokasi lolos lompat lonceng lontar lorong losmen lubuk luhur lukis lulus lumba
  lumpia lumut lunak lusin macam magang magnet mahir mahkota main majalah maju makan maksud mandiri manfaat mangkuk
  manis mantel markisa martabak masuk materi mebel medali media meja mekanik melodi memori menara menit mentah menu
  merak meriah merpati mesin metode mewah mimpi minat minggu minum minyak mirip mitos mitra mobil model momen
  monumen motif motor muat muda mulai muncul mungil murid museum musim mutu nada naik nanti narasi nasi naskah
  natural negeri nelayan nenek netral niat nilai nomor normal novel nuansa nyaman nyanyi nyata nyiur obat objek obor
  obrolan olahraga ombak opera opini optik oranye orbit otomatis oval pabrik pacu padat padi pagar paham pahlawan
  pakai paling pameran pamit panas panci pandan panen panggung panjang pantai papan parkir paruh pasir pasti patroli
  patung pecel pelajar pelita pelopor peluang pena pendek pensil pentas penuh penyu perahu percaya periuk perlu
  permen pernah persik pertama perunggu pesan pesisir pesona pesta peti piala piano pidato pigura pihak pikir piknik
  pilar pilih pilot pinang pindah pinggir pinjam pintu pinus piramida piring pita piyama plastik pohon pokok pola
  pompa pondok ponsel populer poros poster potong potret praktis pramuka prima prinsip produk profil proses proyek
  puding puisi pulau puncak pupuk purba pusaka putar putih radio ragam raih rajin rajut rakit raksasa ramai ransel
  rantau rapat rapi ratus rawa rebus regu rekan rekor rekreasi rela relief remaja rempah rencana renyah resep resmi
  restoran ribu rimba rinci ringan risalah riset riwayat roda roket rompi rotan roti ruang ruas rujak rukun rumah
  rumput rumus rupa rupiah rute rutin sablon sabun sadar sahabat sains saksi saku salak salju sama sambut sandal
  sanggar santun saran sasaran sastra satelit satwa saudara sawah sawit sawo sayap sayur sebut sedan segar segera
  sehat sejarah sejuk sekam sekolah sektor selai seledri selimut seluler semangat sembilan semen sempurna senang
  sendok sengaja seni senja sensor senter senyum sepatu sepeda sepuluh serabi serbuk sereal serius serta setara
  siaga siap sibuk sifat silang simak simbol simpul sinar singgah sinyal sipil siput sirih sirkuit siswa situs skala
  sketsa skor soal sofa solusi sopan sore sosial sosok spanduk spiral stabil stadion stasiun stroberi studio suara
  suasana sudut suka sulam suling sumber sungai surat survei swasta syair syarat tabung tahap tahun tajam taktik
  talas tali taman tambah tampil tamu tanah tangga tanjung tante tanya taplak tarik tata tawar tawon tayang teater
  tebal tebing tebu tekad teknik tekstil teladan telepon teliti teluk tema tembok tempo tenda tengah tentu tenun
  teori tepat tepi tepung teratai terima terjun termos ternak tertib terus tetangga tetes tiang tiba tikar tiket
  timah timbang tinggi tinta tipis tirai tiup toko tolong tomat tombol tongkat tonton topeng topik total tradisi
  transit tropis trotoar truk tugas tugu tujuh tukang tulis tumbuh tumpeng tunggal tupai turun tutup ujian ujung
  ukir ukulele ulang umur undang unggul ungu unit unjuk unsur unta upacara upah upaya urut usaha usia usul utara
  utuh vaksin valid vanili variasi versi veteran video vila violet visi visual vitamin vokal voli volume wacana
  wadah waduk wajar wajik wakil waktu walau walet wangi warna warung wasit waspada wastafel watak wedang wijen
  wilayah wisata wisma wortel wujud yakin yayasan yoyo zaitun zamrud zebra zona
`
  .trim()
  .split(/\s+/);

/** How many words stand for a key, and how many bits each of them. */
export const wordCount = 10;
const wordBits = 10;

/** Domain under which a key is hashed for its words: SHA-256 of this text, a zero byte and the 32 bytes of the key. */
export const wordsDomain = 'bilik/words/v1\n';

/**
 * The first 100 bits of a digest as ten words, the most significant bit first. Throws RangeError when the digest is
 * shorter than that.
 */
export const tenWords = (digest: Uint8Array): string[] => {
  if (digest.length * 8 < wordCount * wordBits) throw new RangeError('the digest is too short');
  return Array.from({ length: wordCount }, (_, position) => {
    let index = 0;
    for (let bit = position * wordBits; bit < (position + 1) * wordBits; bit++) {
      index = index * 2 + (((digest[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    }
    return wordList[index] ?? '';
  });
};
