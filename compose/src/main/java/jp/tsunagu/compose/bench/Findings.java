package jp.tsunagu.compose.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Everything that was measured.
 *
 * @param cold the first referrals after the start
 * @param idle what the network spends in a second in which nothing happens
 * @param also what was asked for beside
 */
record Findings(
    Conditions conditions,
    Map<String, Double> cold,
    WarmUp.Result warmUp,
    List<Round> rounds,
    List<Pace> paces,
    Map<String, Double> idle,
    List<Comparison> also) {

  Findings {
    rounds = List.copyOf(rounds);
    paces = List.copyOf(paces);
    also = List.copyOf(also);
  }

  Series over(ToDoubleFunction<Round> figure) {
    return new Series(rounds.stream().mapToDouble(figure).boxed().toList());
  }

  /** What one referral cost, by name, over the rounds. */
  Map<String, Series> spent() {
    var all = new LinkedHashMap<String, List<Double>>();
    rounds.forEach(
        round ->
            round
                .spent()
                .forEach(
                    (name, amount) ->
                        all.computeIfAbsent(name, _ -> new ArrayList<>()).add(amount)));
    var series = new LinkedHashMap<String, Series>();
    all.forEach((name, amounts) -> series.put(name, new Series(amounts)));
    return series;
  }

  /** The goals' figures by their names, as a person reads them. */
  Map<String, String> figures() {
    var figures = new LinkedHashMap<String, String>();
    figures.put("R1", over(Round::ofBare).toString());
    figures.put(
        "R1c",
        "%s ms、うち JIT %s"
            .formatted(
                over(Round::processorTime),
                over(round -> round.spent().getOrDefault(ProcessMeter.COMPILER, 0.0))));
    paces.forEach(
        pace ->
            figures.put(
                "R2 " + pace.perSecond() + "/s",
                pace.whole() == null ? "運べない" : Series.number(pace.ofBare())));
    figures.put("R3", over(Round::ofQueue).toString());
    figures.put(
        "R10",
        "%s ms/s、うち JIT %s"
            .formatted(
                Series.number(idle.getOrDefault(ProcessMeter.ALL, Double.NaN)),
                Series.number(idle.getOrDefault(ProcessMeter.COMPILER, 0.0))));
    also.forEach(each -> figures.put(each.row().name(), Series.number(each.ratio())));
    return figures;
  }
}
