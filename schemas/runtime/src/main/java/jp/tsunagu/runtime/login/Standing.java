package jp.tsunagu.runtime.login;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import jp.tsunagu.runtime.broker.GrowingPause;

/**
 * Whether a session is still good. It is asked after at the provider while it is used, once for all
 * requests that come at the same time; what it did not answer is asked again after a second, after
 * two, and so on. What a page asks by itself is no use: a session that its person leaves alone
 * ends, whatever is open. Thread-safe.
 */
final class Standing {

  private static final String ATTRIBUTE = Standing.class.getName();
  private static final Duration SOON = Duration.ofSeconds(1);

  private final LoginSettings settings;
  private final Instant began;
  private final ReentrantLock lock = new ReentrantLock();
  private final GrowingPause unanswered;
  private Proof proof;
  private Instant nextQuestion;
  private Instant used;
  private boolean withdrawn;

  Standing(LoginSettings settings, Proof proof) {
    this.settings = settings;
    this.began = proof.confirmed();
    this.proof = proof;
    this.used = began;
    this.nextQuestion = began.plus(settings.recheck());
    this.unanswered = new GrowingPause(SOON, settings.recheck());
  }

  void keepIn(HttpSession session) {
    session.setAttribute(ATTRIBUTE, this);
  }

  static Optional<Standing> of(HttpSession session) {
    return session.getAttribute(ATTRIBUTE) instanceof Standing standing
        ? Optional.of(standing)
        : Optional.empty();
  }

  /** What is known of a session. */
  sealed interface Verdict {

    /** It is hers. */
    record Good(Identity identity) implements Verdict {}

    /** It is over. */
    record Over() implements Verdict {}

    /** The provider has not been there for too long to believe it, and may come back. */
    record Unsure() implements Verdict {}
  }

  Verdict check(Provider provider, Instant now) {
    lock.lock();
    try {
      if (withdrawn || !ending().isAfter(now)) {
        return new Verdict.Over();
      }
      return nextQuestion.isAfter(now) ? withoutAsking(now) : asked(provider, now);
    } finally {
      lock.unlock();
    }
  }

  /** Its person does something: it goes on for as long again. */
  void use(Instant now) {
    lock.lock();
    try {
      used = now;
    } finally {
      lock.unlock();
    }
  }

  /** How long it goes on if its person does nothing more; nothing where it is over. */
  Duration left(Instant now) {
    lock.lock();
    try {
      Duration left = Duration.between(now, ending());
      return left.isNegative() ? Duration.ZERO : left;
    } finally {
      lock.unlock();
    }
  }

  private Instant ending() {
    Instant idle = used.plus(settings.idle());
    Instant longest = began.plus(settings.longest());
    return idle.isBefore(longest) ? idle : longest;
  }

  private Verdict asked(Provider provider, Instant now) {
    nextQuestion = now.plus(settings.recheck());
    return switch (provider.confirm(proof, now)) {
      case Provider.Answer.Confirmed(Proof renewed) -> {
        proof = renewed;
        unanswered.reset();
        yield new Verdict.Good(renewed.identity());
      }
      case Provider.Answer.Withdrawn() -> {
        withdrawn = true;
        yield new Verdict.Over();
      }
      case Provider.Answer.Away() -> {
        nextQuestion = now.plus(unanswered.next());
        yield withoutAsking(now);
      }
    };
  }

  private Verdict withoutAsking(Instant now) {
    return proof.confirmed().plus(settings.withoutProvider()).isAfter(now)
        ? new Verdict.Good(proof.identity())
        : new Verdict.Unsure();
  }

  /** The latest token that names this session to the provider. */
  String idToken() {
    lock.lock();
    try {
      return proof.idToken();
    } finally {
      lock.unlock();
    }
  }
}
