package jp.tsunagu.connector.sheet;

import static jp.tsunagu.contract.caseform.FormFiles.FILE;
import static jp.tsunagu.contract.caseform.FormFiles.TELLS;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.connector.dossier.FileId;
import jp.tsunagu.connector.sheet.NoteFields.BasisOfPerson;
import jp.tsunagu.contract.caseform.FormFiles;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.form.Checking;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;

/**
 * 添付ファイル: each about one person, by its author's word, as what it tells of her. Nobody looks into a
 * file, so none can be said to name no one.
 */
public final class FileFields {

  private static final FormField<PersonRef> ABOUT =
      FormField.person("about", "ファイルの対象の世帯員")
          .must()
          .hint("誰についてのファイルかを、世帯員の番号で書きます。ふたり以上のことが写っているファイルは付けられません。");
  private static final Form ROW =
      Form.of("tsunagu-file", "添付ファイル", FILE, ABOUT, TELLS, Bases.BASIS, Bases.STATUTE)
          .checked(Bases::checkStatute);

  /** The files. */
  public static final FormField<List<Filled>> FILES =
      FormField.rows("files", ROW, FilePiece.MOST_FILES).hint(FormFiles.HINT);

  static final FormRef SHEET = ROW.ref();

  private FileFields() {}

  /** Each that is to travel needs a ground: its own, or that of the person's row. */
  static void check(Filled form, Checking at, BasisOfPerson ofPerson) {
    List<Filled> rows = form.or(FILES, List.of());
    for (int i = 0; i < rows.size(); i++) {
      PersonRef about = rows.get(i).get(ABOUT);
      if (about != null && !rows.get(i).has(Bases.BASIS) && ofPerson.of(about) == null) {
        at.in(FILES, i)
            .missing(Bases.BASIS.hint("persons にその人の根拠を書いてもかまいません。"), "ファイルを渡す根拠の記入がありません。");
      }
    }
  }

  /** In a protected case a file may show an address, whatever is said of it. */
  static void checkArrives(Filled form, Checking at, AgencyId recipient) {
    List<Filled> rows = form.or(FILES, List.of());
    for (int i = 0; i < rows.size(); i++) {
      at.in(FILES, i)
          .problem(
              FILE,
              "保護(DV等支援措置)の案件なので、" + recipient + " にはファイルを渡せません。",
              "住所・連絡先を渡してよい機関だけに送るか、ファイルを外してください。");
    }
  }

  /** What was filled in. */
  static List<FileForm> of(Filled form, BasisOfPerson ofPerson) {
    List<FileForm> files = new ArrayList<>();
    for (Filled row : form.or(FILES, List.of())) {
      PersonRef about = row.must(ABOUT);
      SharingBasis own = Bases.of(row);
      files.add(
          new FileForm(
              new FileId(row.must(FILE)),
              about,
              row.must(TELLS),
              own == null ? ofPerson.of(about) : own));
    }
    return List.copyOf(files);
  }

  /** The highest number of a person some file is about; 0 if there is none. */
  static int highestPerson(Filled form) {
    return form.or(FILES, List.of()).stream()
        .mapToInt(row -> row.or(ABOUT, new PersonRef(1)).number())
        .max()
        .orElse(0);
  }
}
