package jp.tsunagu.gateway.registry;

import java.util.Optional;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.SchemaTable;
import jp.tsunagu.contract.wire.SchemaTable.Entry;
import jp.tsunagu.gateway.view.Answer;
import jp.tsunagu.gateway.view.Answer.Found;
import jp.tsunagu.gateway.view.Views;
import org.springframework.stereotype.Component;

/** The schemas of this program under the names of this network; schemas by id need no network. */
@Component
final class Registry {

  private static final int LONGEST_NUMBER = 9;

  private final SchemaTable table = SchemaTable.standard();
  private final Topics topics;
  private final Views views;

  Registry(Topics topics, Views views) {
    this.topics = topics;
    this.views = views;
  }

  Optional<Entry> entry(String id) {
    return number(id).flatMap(table::entry);
  }

  Answer<SubjectCatalogue> catalogue() {
    return views
        .directory()
        .then(directory -> new Found<>(new SubjectCatalogue(table, topics, directory)));
  }

  /** A whole number that fits an int; empty for anything else. */
  static Optional<Integer> number(String text) {
    return text.matches("\\d{1,%d}".formatted(LONGEST_NUMBER))
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }
}
