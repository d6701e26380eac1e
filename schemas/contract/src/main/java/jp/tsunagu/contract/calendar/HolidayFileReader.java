package jp.tsunagu.contract.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.contract.calendar.HolidayFile.Fault;

/**
 * Reads one holiday file line by line and collects every fault instead of stopping at the first.
 */
final class HolidayFileReader {

  static final String HEADER = "国民の祝日・休日月日,国民の祝日・休日名称";

  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern DATE = Pattern.compile("(\\d{4})([/-])(\\d{1,2})\\2(\\d{1,2})");
  private static final String ROW_FIX = "「2026/1/1,元日」の形で書いてください";

  private final List<Fault> faults = new ArrayList<>();
  private final Map<Year, SortedMap<LocalDate, String>> years = new TreeMap<>();
  private final Map<LocalDate, Integer> lineOfDate = new LinkedHashMap<>();
  private final Map<Year, Integer> firstLineOfYear = new LinkedHashMap<>();

  private HolidayFileReader() {}

  static HolidayFile read(byte[] content) {
    HolidayFileReader reader = new HolidayFileReader();
    reader
        .decode(content)
        .ifPresentOrElse(
            reader::readLines,
            () -> reader.fault(1, "文字コードが UTF-8 でも windows-31j でもありません", "どちらかの文字コードで保存し直してください"));
    return reader.faults.isEmpty()
        ? new HolidayFile.Usable(reader.years)
        : new HolidayFile.Unusable(reader.faults);
  }

  private Optional<String> decode(byte[] content) {
    return decode(content, StandardCharsets.UTF_8).or(() -> decode(content, WINDOWS_31J));
  }

  private static Optional<String> decode(byte[] content, Charset charset) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (CharacterCodingException notInThisCharset) {
      return Optional.empty();
    }
  }

  private void readLines(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !unquoted(lines.getFirst()).equals(HEADER)) {
      fault(1, "見出し行がありません", "1行目に「" + HEADER + "」と書いてください");
      return;
    }
    for (int index = 1; index < lines.size(); index++) {
      String line = unquoted(lines.get(index));
      if (!line.isEmpty()) {
        readRow(index + 1, line);
      }
    }
    checkYears(lines.size());
  }

  private void readRow(int line, String row) {
    String[] cells = row.split(",", -1);
    if (cells.length != 2) {
      fault(line, "列が" + cells.length + "つあります（必要なのは2つ）", ROW_FIX);
      return;
    }
    Optional<LocalDate> date = readDate(line, cells[0].strip());
    String name = cells[1].strip();
    if (name.isEmpty()) {
      fault(line, "名称が空です", ROW_FIX);
      return;
    }
    date.ifPresent(day -> add(line, day, name));
  }

  private Optional<LocalDate> readDate(int line, String cell) {
    Matcher matcher = DATE.matcher(cell);
    if (!matcher.matches()) {
      fault(line, "「" + cell + "」は日付として読めません", ROW_FIX);
      return Optional.empty();
    }
    int year = Integer.parseInt(matcher.group(1));
    int month = Integer.parseInt(matcher.group(3));
    int day = Integer.parseInt(matcher.group(4));
    Optional<String> objection = CalendarDays.objectionTo(year, month, day);
    objection.ifPresent(reason -> fault(line, "「" + cell + "」: " + reason, "実在する日付に直してください"));
    return objection.isPresent() ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
  }

  private void add(int line, LocalDate date, String name) {
    Integer earlier = lineOfDate.putIfAbsent(date, line);
    if (earlier != null) {
      fault(line, date + " は" + earlier + "行目にもあります", "どちらかの行を消してください");
      return;
    }
    Year year = Year.from(date);
    firstLineOfYear.putIfAbsent(year, line);
    years.computeIfAbsent(year, _ -> new TreeMap<>()).put(date, name);
  }

  /**
   * A year with a forgotten rest would silently lose its holidays; 1 January shows that the year is
   * whole.
   */
  private void checkYears(int lastLine) {
    if (firstLineOfYear.isEmpty() && faults.isEmpty()) {
      fault(lastLine, "祝日が1日もありません", "2行目から" + ROW_FIX);
    }
    firstLineOfYear.forEach(
        (year, line) -> {
          LocalDate newYear = year.atMonth(Month.JANUARY).atDay(1);
          if (!lineOfDate.containsKey(newYear)) {
            fault(
                line, year + "年に元日がありません（書いた年は計算した祝日をすべて置き換えます）", year + "年の祝日・休日を元日からすべて書いてください");
          }
        });
  }

  private void fault(int line, String problem, String fix) {
    faults.add(new Fault(line, problem, fix));
  }

  private static String unquoted(String line) {
    return line.replace("\"", "").strip();
  }
}
