package jp.tsunagu.scheduler.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Papers hold no household's name, age, address or troubles, because there is no field for them.
 */
class NoPlaceForPersonalDataTest {

  /** Every text of every paper: written by the city's configuration, or an id. */
  private static final Set<String> TEXTS =
      new TreeSet<>(
          Set.of(
              "Addressee.name",
              "AgencyId.value",
              "CaseNumber.value",
              "Conflict.agency",
              "Conflict.otherBody",
              "Item.invited",
              "Item.requestedBy",
              "LeftOut.agencies",
              "Letter.name",
              "Letter.paper",
              "MeetingId.value",
              "NoticePaper.contact",
              "PostListPaper.organiser",
              "ProgressLedgerPaper.desk",
              "Role.agency",
              "Role.role",
              "Row.agency",
              "Row.leads",
              "Schedule.room",
              "Session.body",
              "Session.organiser"));

  @Test
  void no_paper_has_another_text_than_these() {
    var texts = new TreeSet<String>();
    var seen = new HashSet<Class<?>>();
    Stream.of(Paper.class.getPermittedSubclasses()).forEach(paper -> look(paper, seen, texts));

    assertThat(texts).isEqualTo(TEXTS);
    assertThat(seen).extracting(Class::getSimpleName).doesNotContain("PersonRef", "CaseState");
  }

  private static void look(Class<?> type, Set<Class<?>> seen, Set<String> texts) {
    if (!type.getName().startsWith("jp.tsunagu.") || !seen.add(type)) {
      return;
    }
    if (type.isSealed()) {
      Stream.of(type.getPermittedSubclasses()).forEach(kind -> look(kind, seen, texts));
    }
    if (type.isRecord()) {
      Stream.of(type.getRecordComponents()).forEach(part -> look(part, seen, texts));
    }
  }

  private static void look(RecordComponent part, Set<Class<?>> seen, Set<String> texts) {
    Type type = part.getGenericType();
    Type element = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
    if (element == String.class) {
      texts.add(part.getDeclaringRecord().getSimpleName() + "." + part.getName());
    } else if (element instanceof Class<?> other) {
      look(other, seen, texts);
    }
  }
}
