package jp.tsunagu.stats.table;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.lifecycle.Field;

/** A set of fields, as a row of 立川市's table 相談の種類. */
public record Combination(Set<Field> fields) {

  /** Their 26 rows in their order, which follows no sort; a letter a field. */
  private static final String PRINTED_ROWS =
      "ECDPO ECDO EDPO CDPO ECD ECP ECO EDO EDP EPO CDO CPO EC ED EP EO CP CO DP DO PO E C D P O";

  /** The five that are possible and not printed. */
  private static final String OTHER_ROWS = "ECDP ECPO CDP DPO CD";

  /** The rows that are printed, in that order. */
  public static final List<Combination> PRINTED = rows(PRINTED_ROWS);

  /** All 31 combinations, the printed ones first. */
  public static final List<Combination> ALL =
      Stream.concat(PRINTED.stream(), rows(OTHER_ROWS).stream()).toList();

  public Combination {
    fields = Set.copyOf(fields);
  }

  /** As it is printed, such as 高齢・介護/障害. */
  public String label() {
    return fields.stream().sorted().map(Field::label).collect(Collectors.joining("/"));
  }

  private static List<Combination> rows(String letters) {
    return Stream.of(letters.split(" ", -1)).map(Combination::row).toList();
  }

  private static Combination row(String letters) {
    EnumSet<Field> fields = EnumSet.noneOf(Field.class);
    letters.chars().mapToObj(Combination::field).forEach(fields::add);
    return new Combination(fields);
  }

  private static Field field(int letter) {
    return switch (letter) {
      case 'E' -> Field.ELDERLY_CARE;
      case 'C' -> Field.CHILDREN;
      case 'D' -> Field.DISABILITY;
      case 'P' -> Field.POVERTY;
      case 'O' -> Field.OTHER;
      default -> throw new IllegalArgumentException("no field has the letter " + (char) letter);
    };
  }
}
