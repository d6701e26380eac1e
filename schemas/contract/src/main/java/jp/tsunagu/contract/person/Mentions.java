package jp.tsunagu.contract.person;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Whether a text holds what tells who somebody is. Width, kind of kana, blanks, hyphens and usual
 * variants of a character make no difference. Of a name one of its parts is enough (from two
 * characters on, of a reading from three, shorter ones before さん and the like), of a telephone its
 * last seven digits, of an address the end of the place with its numbers. It may find too much;
 * what is abbreviated or misspelt it does not find.
 */
public final class Mentions {

  private final List<Identity> identities;

  private Mentions(List<Identity> identities) {
    this.identities = identities;
  }

  /** Looks for these. */
  public static Mentions of(Collection<Identity> identities) {
    return new Mentions(List.copyOf(identities));
  }

  /** The first of them that the text holds. */
  public Optional<Identity> in(String text) {
    FoldedText folded = FoldedText.of(text);
    return identities.stream().filter(identity -> isIn(folded, identity)).findFirst();
  }

  private static boolean isIn(FoldedText text, Identity identity) {
    return switch (identity.kind()) {
      case NAME -> text.names(identity.text(), 2);
      case READING -> text.names(identity.text(), 3);
      case TELEPHONE -> text.calls(identity.text());
      case ADDRESS -> text.locates(identity.text());
    };
  }
}
