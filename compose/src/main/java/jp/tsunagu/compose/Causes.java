package jp.tsunagu.compose;

import java.net.BindException;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.runtime.start.StartRefused;

/** What a person is told about an exception that ended the start. */
final class Causes {
  private static final int DEEPEST = 30;

  private Causes() {}

  static String forAPerson(Throwable exception) {
    return refusal(exception)
        .or(() -> takenPort(exception))
        .or(() -> fullDisk(exception))
        .orElseGet(() -> innermost(exception).toString());
  }

  private static Optional<String> refusal(Throwable exception) {
    return chain(exception)
        .filter(StartRefused.class::isInstance)
        .map(StartRefused.class::cast)
        .map(refused -> String.join(System.lineSeparator(), refused.report()))
        .findFirst();
  }

  private static Optional<String> takenPort(Throwable exception) {
    return chain(exception)
        .filter(BindException.class::isInstance)
        .map(_ -> "ポートが別のプログラムに使われています。--help にある指定で番号を変えられます。")
        .findFirst();
  }

  private static Optional<String> fullDisk(Throwable exception) {
    return chain(exception)
        .map(Throwable::getMessage)
        .filter(message -> message != null && message.contains("No space left on device"))
        .map(_ -> "ディスクがいっぱいです。空きを作るか、--data で別の場所を指定してください。")
        .findFirst();
  }

  private static Throwable innermost(Throwable exception) {
    return chain(exception).reduce(exception, (_, deeper) -> deeper);
  }

  private static Stream<Throwable> chain(Throwable exception) {
    return Stream.iterate(exception, cause -> cause != null, Throwable::getCause).limit(DEEPEST);
  }
}
