package jp.tsunagu.connector.command;

import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.form.FormVersions;
import jp.tsunagu.connector.intake.CommandDraft;
import jp.tsunagu.connector.intake.Dossiers;
import jp.tsunagu.connector.intake.SheetCommands;
import jp.tsunagu.connector.record.DateRecords;
import jp.tsunagu.connector.record.MeetingRecords;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.form.FormReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every form needs to become commands. */
@Component
public record Tools(
    CurrentDirectory directory,
    CommandDraft draft,
    Dossiers dossiers,
    SheetCommands sheets,
    Records records,
    MeetingRecords meetings,
    DateRecords dates,
    FormVersions forms) {

  /** Who sorts what names no receiver; none until the directory was read once. */
  public @Nullable AgencyId desk() {
    return directory.snapshot().desk().orElse(null);
  }

  /** Reads forms as they may be filled in now. */
  public FormReader reader() {
    return new FormReader(directory.snapshot(), draft.now());
  }
}
