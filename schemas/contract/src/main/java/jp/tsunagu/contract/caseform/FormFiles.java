package jp.tsunagu.contract.caseform;

import java.util.Set;
import java.util.UUID;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.FormField;

/**
 * What is asked of a file that is attached (添付ファイル), besides whom it is about. Nobody looks into a
 * file: what it tells of a person is its author's word.
 */
public final class FormFiles {

  /** Which it is. */
  public static final FormField<UUID> FILE = FormField.file("file", "ファイル").must();

  /** What it tells of that person. */
  public static final FormField<Set<DetailKind>> TELLS =
      FormField.someOf("tells", "ファイルに写っていること", Choice.DETAIL).must();

  /** What whoever attaches one is told. */
  public static final String HINT =
      "PDF・PNG・JPEG。1つ%dMBまで、合わせて%dMBまで。撮影した場所や作成者の記録は取り除いて送ります。"
          .formatted(FilePiece.LARGEST_FILE >> 20, FilePiece.LARGEST_TOGETHER >> 20);

  private FormFiles() {}
}
