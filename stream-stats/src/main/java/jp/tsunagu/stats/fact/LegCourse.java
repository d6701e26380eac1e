package jp.tsunagu.stats.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a leg went on.
 *
 * @param asked whether an answer was asked for; not where the receiver itself resumed support
 * @param steps when each step was reached, by business time; only the first time counts
 * @param reason the code of a decline or 差戻し
 * @param questions 照会 and their 回答, in order
 */
public record LegCourse(
    boolean asked,
    Map<Step, Instant> steps,
    LegEnd end,
    @Nullable String reason,
    List<Span> questions) {

  /** Keeps copies. */
  public LegCourse {
    steps = steps.isEmpty() ? Map.of() : new EnumMap<>(steps);
    questions = List.copyOf(questions);
  }

  LegCourse with(Step step, Instant when) {
    EnumMap<Step, Instant> more = new EnumMap<>(Step.class);
    more.putAll(steps);
    more.put(step, when);
    return new LegCourse(asked, more, end, reason, questions);
  }

  LegCourse ended(LegEnd how, @Nullable String code) {
    return new LegCourse(asked, steps, how, code, questions);
  }

  LegCourse questioned(Instant when) {
    List<Span> more = new ArrayList<>(questions);
    more.add(new Span(when, null));
    return new LegCourse(asked, steps, end, reason, more);
  }

  /** The last question is answered, where one is open. */
  LegCourse informed(Instant when) {
    if (questions.isEmpty() || !questions.getLast().isOpen()) {
      return this;
    }
    List<Span> more = new ArrayList<>(questions);
    more.set(more.size() - 1, new Span(more.getLast().from(), when));
    return new LegCourse(asked, steps, end, reason, more);
  }
}
