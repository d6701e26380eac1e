package jp.tsunagu.compose.household;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.DetailKind;

/** What the first person of a sample sheet allows to be told: everything the sheet can hold. */
final class ConsentScope {
  static final List<String> LABELS = Stream.of(DetailKind.values()).map(DetailKind::label).toList();

  private ConsentScope() {}
}
