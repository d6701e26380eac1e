package jp.tsunagu.runtime.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.runtime.mail.MailOutcome.Obstacle;
import jp.tsunagu.runtime.mail.MailOutcome.Problem;
import jp.tsunagu.runtime.mail.MailOutcome.Rejected;
import jp.tsunagu.runtime.mail.MailOutcome.Sent;
import jp.tsunagu.runtime.mail.MailOutcome.Unreachable;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a failure means. Its messages quote addresses, so only its kind and reply code (RFC
 * 5321: 4xx for now, 5xx for good) are used.
 */
final class MailFailures {

  private MailFailures() {}

  static MailOutcome outcome(MessageId messageId, MessagingException failure) {
    return chain(failure)
        .flatMap(cause -> ofAddressOrLogin(messageId, cause).stream())
        .findFirst()
        .or(() -> chain(failure).flatMap(cause -> ofMessage(messageId, cause).stream()).findFirst())
        .orElseGet(() -> new Unreachable(messageId, Obstacle.NO_CONNECTION));
  }

  private static Optional<MailOutcome> ofAddressOrLogin(MessageId messageId, Exception cause) {
    return switch (cause) {
      case AddressException _ -> Optional.of(new Rejected(messageId, Problem.ADDRESS_MALFORMED));
      case AuthenticationFailedException _ ->
          Optional.of(new Unreachable(messageId, Obstacle.LOGIN_REFUSED));
      case SMTPAddressFailedException refused ->
          Optional.of(refusal(messageId, refused.getReturnCode(), Problem.ADDRESS_REFUSED));
      case Exception _ -> Optional.empty();
    };
  }

  private static Optional<MailOutcome> ofMessage(MessageId messageId, Exception cause) {
    return switch (cause) {
      case SMTPSenderFailedException refused ->
          Optional.of(refusal(messageId, refused.getReturnCode(), Problem.MESSAGE_REFUSED));
      case SMTPSendFailedException refused ->
          Optional.of(refusal(messageId, refused.getReturnCode(), Problem.MESSAGE_REFUSED));
      case Exception _ -> Optional.empty();
    };
  }

  private static MailOutcome refusal(MessageId messageId, int reply, Problem problem) {
    return reply >= 500 && reply < 600
        ? new Rejected(messageId, problem)
        : new Unreachable(messageId, Obstacle.TRY_AGAIN);
  }

  private static Stream<Exception> chain(Exception failure) {
    return Stream.iterate(failure, Objects::nonNull, MailFailures::next);
  }

  private static @Nullable Exception next(Exception cause) {
    return cause instanceof MessagingException messaging ? messaging.getNextException() : null;
  }

  /** For logs. */
  static String code(MailOutcome outcome) {
    return switch (outcome) {
      case Sent _ -> "SENT";
      case Rejected(_, Problem problem) -> problem.name();
      case Unreachable(_, Obstacle obstacle) -> obstacle.name();
    };
  }
}
