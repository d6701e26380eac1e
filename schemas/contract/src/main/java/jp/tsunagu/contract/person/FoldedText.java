package jp.tsunagu.contract.person;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text as names, telephones and addresses are looked for in it.
 *
 * @param letters without blanks and signs, in one width and kind of kana
 * @param digits with the digits of a number in one piece
 * @param places with numbers as addresses have them: {@code 東町4-2-7}
 */
record FoldedText(String letters, String digits, String places) {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
  private static final Pattern BETWEEN_DIGITS =
      Pattern.compile("(?<=\\d)[\\s\\p{Z}\\p{Pd}−ー()・./_]{1,3}(?=\\d)");
  private static final Pattern ABROAD = Pattern.compile("\\+81\\D?0?(?=\\d)");
  private static final Pattern AFTER_NUMBER =
      Pattern.compile("(?<=\\d)(?:丁目|番地|番|号|の|[\\p{Pd}−ー])+");
  private static final Pattern NUMERALS = Pattern.compile("[〇一二三四五六七八九十百]+");
  private static final Pattern PLACE_AND_NUMBERS = Pattern.compile("^(\\D*)(\\d+(?:-\\d+)*)");
  private static final Map<Integer, Integer> USUAL =
      usual("髙高﨑崎嵜崎邉辺邊辺齋斎齊斉澤沢濵浜濱浜廣広嶋島嶌島德徳櫻桜國国𠮷吉眞真瀧滝萬万槇槙桒桑冨富栁柳");
  private static final List<String> AFTER_NAMES =
      Stream.of("さん", "さま", "様", "氏", "くん", "君", "ちゃん", "殿").map(FoldedText::letters).toList();
  private static final int LOCAL_DIGITS = 7;
  private static final int FEWEST_DIGITS = 6;

  static FoldedText of(String text) {
    return new FoldedText(letters(text), digits(text), places(text));
  }

  /**
   * Whether a name or reading is called in it.
   *
   * @param least so many characters of a part are enough without さん behind them
   */
  boolean names(String name, int least) {
    return Stream.concat(Stream.of(letters(name)), words(name))
        .filter(part -> !part.isEmpty())
        .anyMatch(part -> part.length() >= least ? letters.contains(part) : isCalled(part));
  }

  /** The words of a name, each by its letters. */
  static Stream<String> words(String name) {
    return BLANKS
        .splitAsStream(plain(name))
        .map(FoldedText::letters)
        .filter(word -> !word.isEmpty());
  }

  private boolean isCalled(String part) {
    return AFTER_NAMES.stream().anyMatch(after -> letters.contains(part + after));
  }

  /** Whether a telephone is in it, with or without its area code. */
  boolean calls(String telephone) {
    String number = digits(telephone).replaceAll("\\D", "");
    int from = Math.max(0, number.length() - LOCAL_DIGITS);
    return number.length() >= FEWEST_DIGITS && digits.contains(number.substring(from));
  }

  /** Whether an address is in it, with or without what stands before the place. */
  boolean locates(String address) {
    String folded = places(address);
    Matcher found = PLACE_AND_NUMBERS.matcher(folded);
    if (!found.find()) {
      return folded.length() >= 2 && places.contains(folded);
    }
    String place = found.group(1);
    String numbers = found.group(2);
    int kept = numbers.contains("-") ? 2 : 3;
    String end = place.substring(Math.max(0, place.length() - kept));
    return Pattern.compile(Pattern.quote(end + numbers) + "(?!\\d)").matcher(places).find();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** Only its letters and digits. */
  static String letters(String text) {
    StringBuilder folded = new StringBuilder();
    NO_LETTERS
        .matcher(plain(text))
        .replaceAll("")
        .codePoints()
        .filter(letter -> letter != 'ー')
        .map(FoldedText::letter)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /** Katakana for hiragana, large kana for small, small letters, the usual variant of a kanji. */
  private static int letter(int letter) {
    int katakana = letter >= 'ぁ' && letter <= 'ゖ' ? letter + ('ァ' - 'ぁ') : letter;
    int small = "ァィゥェォッャュョヮヵヶ".indexOf(katakana);
    if (small >= 0) {
      return "アイウエオツヤユヨワカケ".charAt(small);
    }
    return Character.toLowerCase(USUAL.getOrDefault(katakana, katakana));
  }

  /** Pairs of a variant and what is usual. */
  private static Map<Integer, Integer> usual(String pairs) {
    int[] letters = pairs.codePoints().toArray();
    Map<Integer, Integer> usual = new HashMap<>();
    for (int i = 0; i < letters.length; i += 2) {
      usual.put(letters[i], letters[i + 1]);
    }
    return Map.copyOf(usual);
  }

  private static String digits(String text) {
    String national = ABROAD.matcher(plain(text)).replaceAll("0");
    return BETWEEN_DIGITS.matcher(national).replaceAll("");
  }

  private static String places(String text) {
    String close = BLANKS.matcher(plain(text)).replaceAll("");
    String numbers = NUMERALS.matcher(close).replaceAll(found -> number(found.group()));
    String joined = AFTER_NUMBER.matcher(numbers).replaceAll("-");
    return joined.replaceAll("-(?!\\d)", "");
  }

  /** 二十三 is 23, and 〇四二 is 042. */
  private static String number(String numerals) {
    if (numerals.indexOf('十') < 0 && numerals.indexOf('百') < 0) {
      StringBuilder row = new StringBuilder();
      numerals.chars().forEach(numeral -> row.append(value(numeral)));
      return row.toString();
    }
    int whole = 0;
    int last = 0;
    for (int numeral : numerals.chars().toArray()) {
      int unit = numeral == '十' ? 10 : numeral == '百' ? 100 : 0;
      whole += unit == 0 ? 0 : unit * Math.max(1, last);
      last = unit == 0 ? value(numeral) : 0;
    }
    return Integer.toString(whole + last);
  }

  private static int value(int numeral) {
    return "〇一二三四五六七八九".indexOf(numeral);
  }
}
