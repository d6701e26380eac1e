package jp.tsunagu.contract.caseform;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a person is told before she signs (文面), with its version. It is kept with what she said to
 * it, word for word.
 *
 * @param version from 1; 0 for a form that states nothing
 * @param sentences in their order
 */
public record Statement(int version, List<String> sentences) {

  /** Of a form that nobody signs. */
  public static final Statement NONE = new Statement(0, List.of());

  /** What every consent says; goes up whenever a sentence says something else. */
  public static final Statement CONSENT =
      new Statement(
          1,
          List.of(
              "私は、下に書いた内容を、下に書いた目的のために、下に書いた機関に伝えることに同意します。",
              "「除くもの」に書いた内容は、その機関には伝えません。",
              "この同意は、いつでも、全部でも一部の機関についてでも、取り消せます。取り消すと、その機関はそれまでに受け取った書類を見られなくなります。",
              "同意しないこと、取り消すことで、相談や支援を受けられなくなることはありません。"));

  /** Keeps an unmodifiable copy. */
  public Statement {
    sentences = List.copyOf(sentences);
  }

  /** The same with this sentence first. */
  Statement after(String first) {
    return new Statement(version, Stream.concat(Stream.of(first), sentences.stream()).toList());
  }

  /** Whether there is something to sign. */
  public boolean isThere() {
    return !sentences.isEmpty();
  }

  /** As it is kept: a sentence a line. */
  public String text() {
    return String.join("\n", sentences);
  }
}
