package jp.tsunagu.connector.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.outbox.Answer;
import jp.tsunagu.connector.outbox.IdempotencyKey;
import jp.tsunagu.connector.outbox.Outbox;
import jp.tsunagu.connector.outbox.Submission;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.outbox.Wishes;
import jp.tsunagu.connector.sheet.CsvReading.NumberedSheet;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import org.jspecify.annotations.Nullable;

/**
 * Hands whole sheets to the outbox: all sheets of a file are stored together or none, and the
 * network decides each for itself.
 */
public final class SheetIntake {

  private final Outbox outbox;
  private final CurrentDirectory directory;
  private final SheetCommands commands;

  /** An intake into this outbox. */
  public SheetIntake(Outbox outbox, CurrentDirectory directory, SheetCommands commands) {
    this.outbox = outbox;
    this.directory = directory;
    this.commands = commands;
  }

  /** What was answered to the same submission before. */
  public Optional<Submission> earlier(AgencyId agency, IdempotencyKey key) {
    return outbox.earlier(agency, key);
  }

  /** Who sorts sheets without addressee; none until the directory was read once. */
  public @Nullable AgencyId desk() {
    return directory.snapshot().desk().orElse(null);
  }

  /**
   * Stores the commands of these sheets in one transaction.
   *
   * @param answer made of what the sheets became; kept for repetitions
   */
  public Submission submit(
      AgencyId agency,
      IdempotencyKey key,
      List<NumberedSheet> sheets,
      AgencyId desk,
      Function<List<SubmittedSheet>, Answer> answer) {
    return outbox.submit(agency, key, () -> wishes(agency, sheets, desk, answer));
  }

  private Wishes wishes(
      AgencyId agency,
      List<NumberedSheet> sheets,
      AgencyId desk,
      Function<List<SubmittedSheet>, Answer> answer) {
    ReferralMode usual = directory.snapshot().usualMode(agency);
    List<Wish> wishes = new ArrayList<>();
    List<SubmittedSheet> submitted = new ArrayList<>();
    for (NumberedSheet sheet : sheets) {
      SheetCommands.Drafted drafted = commands.of(sheet.sheet().sentUsually(usual), desk);
      wishes.add(drafted.wish());
      submitted.add(
          new SubmittedSheet(
              sheet.number().isEmpty() ? null : sheet.number(),
              drafted.caseId(),
              drafted.referralId(),
              drafted.referralIds(),
              List.of(drafted.commandId())));
    }
    return new Wishes(wishes, answer.apply(submitted));
  }
}
