package jp.tsunagu.connector.register;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.outbox.IdempotencyKey;
import jp.tsunagu.connector.outbox.Outbox;
import jp.tsunagu.connector.outbox.Submission;
import jp.tsunagu.connector.problem.ProblemKind;
import jp.tsunagu.contract.digest.Sha256;
import jp.tsunagu.contract.directory.Answering;
import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.directory.RegisterRefusal;
import jp.tsunagu.contract.directory.WishAnswer;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.runtime.form.FormReading;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.waiting.BoundedWait;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Sends wishes about the register, and reads there what became of them. */
@Component
class Wishes {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Tools tools;
  private final Outbox outbox;

  Wishes(Tools tools, Outbox outbox) {
    this.tools = tools;
    this.outbox = outbox;
  }

  /** Reads what was typed, and uses it where it can be. */
  <T> Wished<T> read(Form form, JsonNode typed, Function<Filled, Wished<T>> use) {
    return switch (tools.reader().read(form, typed)) {
      case FormReading.Usable(Filled filled) -> use.apply(filled);
      case FormReading.Unusable(var problems) ->
          new Wished.Refused<>(CommonProblem.ofFields(problems));
    };
  }

  /**
   * Stores a wish, and waits for its answer.
   *
   * @param now how what it is about stands
   */
  <T extends Answering> Wished<T> send(
      AgencyId agency, IdempotencyKey key, RegisterCommand wish, Supplier<Optional<T>> now) {
    return outbox.submit(agency, key, wish).orElse(null)
            instanceof Submission.KeyReusedWithOtherBody
        ? new Wished.Refused<>(CommonProblem.KEY_REUSED.problem())
        : answer(wish, now);
  }

  /** Waits for the answer to a wish that is stored. */
  <T extends Answering> Wished<T> answer(RegisterCommand wish, Supplier<Optional<T>> now) {
    Supplier<Optional<WishAnswer>> answered =
        () -> now.get().flatMap(one -> one.answerTo(wish.commandId()));
    try {
      BoundedWait.until("an answer of the register", PATIENCE, () -> answered.get().isPresent());
    } catch (TimeoutException late) {
      return new Wished.Sent<>(UUID.fromString(wish.subject()));
    }
    RegisterRefusal refusal = answered.get().map(WishAnswer::refusal).orElse(null);
    return refusal == null
        ? new Wished.Done<>(now.get().orElseThrow())
        : new Wished.Refused<>(ProblemKind.REFUSED.because(refusal.name(), refusal.label()));
  }

  /** The key with what is asked under it, by which the same is known from something else. */
  static IdempotencyKey asked(String key, String what, JsonNode typed) {
    byte[] asked = (what + "\n" + typed).getBytes(StandardCharsets.UTF_8);
    return new IdempotencyKey(key, Bytes.copyOf(Sha256.digest().digest(asked)));
  }

  /** Names the wish of this key. */
  static CommandId wish(AgencyId agency, String key) {
    return new CommandId(named(agency, key, "wish"));
  }

  /** Names what is entered under this key. */
  static UUID named(AgencyId agency, String key, String what) {
    return UUID.nameUUIDFromBytes(
        (agency + "\n" + what + "\n" + key).getBytes(StandardCharsets.UTF_8));
  }

  Instant now() {
    return tools.draft().now();
  }
}
