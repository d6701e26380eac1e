package jp.tsunagu.connector.register;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.directory.RegisterEntry;
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

  /**
   * A wish under this key.
   *
   * @param what is wished, for programs
   * @param about the entry
   * @param now how the entry stands
   */
  <T extends RegisterEntry> Wish<T> of(
      AgencyId agency,
      String key,
      String what,
      JsonNode typed,
      UUID about,
      Supplier<Optional<T>> now) {
    byte[] asked = (what + "\n" + typed).getBytes(StandardCharsets.UTF_8);
    return new Wish<>(
        agency,
        new IdempotencyKey(key, Bytes.copyOf(Sha256.digest().digest(asked))),
        new CommandId(named(agency, key, "wish")),
        tools.draft().now(),
        about,
        now);
  }

  /** Names what is entered under this key. */
  static UUID named(AgencyId agency, String key, String what) {
    return UUID.nameUUIDFromBytes(
        (agency + "\n" + what + "\n" + key).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads what was typed, and uses it where it can be; what was wished under this key before is
   * answered as it was then, whatever has changed since.
   */
  <T extends RegisterEntry> Wished<T> once(
      Wish<T> wish, Form form, JsonNode typed, Function<Filled, Wished<T>> use) {
    Submission before = outbox.earlier(wish.agency(), wish.key()).orElse(null);
    return before == null ? read(form, typed, use) : repeated(before, wish);
  }

  private <T> Wished<T> read(Form form, JsonNode typed, Function<Filled, Wished<T>> use) {
    return switch (tools.reader().read(form, typed)) {
      case FormReading.Usable(Filled filled) -> use.apply(filled);
      case FormReading.Unusable(var problems) ->
          new Wished.Refused<>(CommonProblem.ofFields(problems));
    };
  }

  /** Stores a wish, and waits for its answer. */
  <T extends RegisterEntry> Wished<T> send(Wish<T> wish, RegisterCommand command) {
    Submission before = outbox.submit(wish.agency(), wish.key(), command).orElse(null);
    return before == null ? answer(wish) : repeated(before, wish);
  }

  private static <T extends RegisterEntry> Wished<T> repeated(Submission before, Wish<T> wish) {
    return before instanceof Submission.KeyReusedWithOtherBody
        ? new Wished.Refused<>(CommonProblem.KEY_REUSED.problem())
        : answer(wish);
  }

  /** Waits for the answer to a wish that is stored. */
  static <T extends RegisterEntry> Wished<T> answer(Wish<T> wish) {
    Supplier<Optional<WishAnswer>> answered =
        () -> wish.now().get().flatMap(one -> one.answerTo(wish.id()));
    try {
      BoundedWait.until("an answer of the register", PATIENCE, () -> answered.get().isPresent());
    } catch (TimeoutException late) {
      return new Wished.Sent<>(wish.about());
    }
    RegisterRefusal refusal = answered.get().map(WishAnswer::refusal).orElse(null);
    return refusal == null
        ? new Wished.Done<>(wish.now().get().orElseThrow())
        : new Wished.Refused<>(ProblemKind.REFUSED.because(refusal.name(), refusal.label()));
  }
}
