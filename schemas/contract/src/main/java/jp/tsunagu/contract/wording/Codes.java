package jp.tsunagu.contract.wording;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.contract.code.Code;

/**
 * Reads codes as programs and people write them: the code itself ({@code ACCEPTED}) or its label
 * (受理), in half or full width.
 */
public final class Codes {

  private Codes() {}

  /** What can be chosen of an enum: all this program knows, in the order of declaration. */
  public static List<Coded> choices(Class<? extends Enum<?>> type) {
    return choicesOf(type);
  }

  /** The same for a class that is not known to be one of an enum; none where it is not. */
  public static List<Coded> choicesOf(Class<?> type) {
    return Stream.ofNullable(type.getEnumConstants())
        .flatMap(Stream::of)
        .map(Enum.class::cast)
        .filter(Codes::isKnown)
        .map(Codes::coded)
        .toList();
  }

  /** The constant that is meant; empty where none is. */
  public static <E extends Enum<?>> Optional<E> read(Class<E> type, String text) {
    return find(choices(type), text)
        .flatMap(found -> known(type).filter(each -> each.name().equals(found.code())).findFirst());
  }

  /** The choice that is meant; empty where none is. */
  public static Optional<Coded> find(List<Coded> choices, String text) {
    String wanted = plain(text);
    return choices.stream()
        .filter(each -> wanted.equals(plain(each.code())) || wanted.equals(plain(each.label())))
        .findFirst();
  }

  private static <E extends Enum<?>> Stream<E> known(Class<E> type) {
    return Stream.of(Objects.requireNonNull(type.getEnumConstants())).filter(Codes::isKnown);
  }

  private static boolean isKnown(Enum<?> constant) {
    return !(constant instanceof Code code) || code.isKnown();
  }

  /** A constant without a label is its own. */
  private static Coded coded(Enum<?> constant) {
    return constant instanceof Code code
        ? Coded.of(code)
        : new Coded(constant.name(), constant.name());
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }
}
