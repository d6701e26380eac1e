package jp.tsunagu.violations.edge;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A word and a way to write dates besides those of the contract. */
enum SecondWords {
  REFUSED("受入不可");

  private final String label;

  SecondWords(String label) {
    this.label = label;
  }

  String on(LocalDate day) {
    return label + DateTimeFormatter.ofPattern("uuuu年M月d日(E)", Locale.JAPANESE).format(day);
  }
}
