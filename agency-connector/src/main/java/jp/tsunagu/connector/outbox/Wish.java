package jp.tsunagu.connector.outbox;

import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import org.jspecify.annotations.Nullable;

/**
 * One command, with what travels sealed with it still in clear. The outbox seals it when it sends.
 *
 * @param command leave its dossier or note {@code null}; the sealed dossier is put in by the outbox
 * @param dossier what shall travel with it; only for commands that can carry something
 */
public record Wish(CaseCommand command, @Nullable OpenDossier dossier) {

  /** A command with which nothing travels. */
  public static Wish of(CaseCommand command) {
    return new Wish(command, null);
  }
}
