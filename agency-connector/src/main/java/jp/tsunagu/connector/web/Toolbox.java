package jp.tsunagu.connector.web;

import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.intake.CommandDraft;
import jp.tsunagu.connector.intake.Dossiers;
import jp.tsunagu.connector.intake.SheetCommands;
import jp.tsunagu.connector.sheet.Agencies;
import org.springframework.stereotype.Component;

/** What every form needs to become commands. */
@Component
record Toolbox(
    CurrentDirectory directory, CommandDraft draft, Dossiers dossiers, SheetCommands sheets) {

  /** What may be named now. */
  Agencies agencies() {
    return new Agencies(directory.snapshot());
  }
}
