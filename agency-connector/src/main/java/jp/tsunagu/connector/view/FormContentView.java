package jp.tsunagu.connector.view;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.form.ShownForms;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.PersonRef;

/** A version of a form of a case with its content. */
@Schema(name = "CaseFormContent", description = "様式の版と内容")
public record FormContentView(
    @Schema(description = "どの版か") FormVersionView version,
    @Schema(description = "内容。項目は様式の説明(POST)のとおりです。") Object content,
    @Schema(description = "共有停止・削除のため読めない世帯員の番号") List<Integer> closed) {

  /** Keeps an unmodifiable copy. */
  public FormContentView {
    closed = List.copyOf(closed);
  }

  /** As it was shown. */
  public static FormContentView of(ShownForms.Shown shown, Team team, NetworkDirectory directory) {
    return new FormContentView(
        FormVersionView.of(shown.outline(), team, directory),
        shown.content().value(),
        shown.closed().stream().map(PersonRef::number).toList());
  }

  @Override
  public String toString() {
    return "FormContentView[" + version + "]";
  }
}
