package jp.tsunagu.runtime.login;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whether a session is still good. It is asked after at the provider while it is used, once for all
 * requests that come at the same time. Thread-safe.
 */
final class Standing {

  private static final String ATTRIBUTE = Standing.class.getName();

  private final LoginSettings settings;
  private final Instant began;
  private final ReentrantLock lock = new ReentrantLock();
  private Proof proof;
  private Instant nextQuestion;

  Standing(LoginSettings settings, Proof proof) {
    this.settings = settings;
    this.began = proof.confirmed();
    this.proof = proof;
    this.nextQuestion = began.plus(settings.recheck());
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
      if (began.plus(settings.longest()).isBefore(now)) {
        return new Verdict.Over();
      }
      return nextQuestion.isAfter(now) ? withoutAsking(now) : asked(provider, now);
    } finally {
      lock.unlock();
    }
  }

  private Verdict asked(Provider provider, Instant now) {
    nextQuestion = now.plus(settings.recheck());
    return switch (provider.confirm(proof, now)) {
      case Provider.Answer.Confirmed(Proof renewed) -> {
        proof = renewed;
        yield new Verdict.Good(renewed.identity());
      }
      case Provider.Answer.Withdrawn() -> new Verdict.Over();
      case Provider.Answer.Away() -> withoutAsking(now);
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
