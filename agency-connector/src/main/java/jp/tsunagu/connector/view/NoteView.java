package jp.tsunagu.connector.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.dossier.InternalNotes;
import jp.tsunagu.connector.dossier.PartState;
import org.jspecify.annotations.Nullable;

/** A note of this agency's own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InternalNoteView", description = "内部メモ")
public record NoteView(
    @Schema(description = "メモの番号") UUID id,
    @Schema(description = "だれについて(世帯員の番号)") int memoAbout,
    @Schema(description = "書いた人(システムが書いたものには付きません)") @Nullable String author,
    @Schema(description = "書いた日時") Instant writtenAt,
    @Schema(description = "書いたもの(共有停止・差戻し・削除で読めなくなったものには付きません)") @Nullable String memo) {

  /** As it is told to who works with this team. */
  public static NoteView of(InternalNotes.Note note, Team team) {
    return new NoteView(
        note.id(),
        note.person().number(),
        note.author().flatMap(team::find).map(Colleague::called).orElse(null),
        note.writtenAt(),
        note.state() == PartState.OPEN ? note.text().value() : null);
  }

  @Override
  public String toString() {
    return "NoteView[" + id + "]";
  }
}
