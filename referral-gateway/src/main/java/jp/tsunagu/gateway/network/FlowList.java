package jp.tsunagu.gateway.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.contract.directory.DirectoryRecord.CaseFlow;
import jp.tsunagu.contract.directory.SideGates;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.lifecycle.FlowRequirement;
import jp.tsunagu.contract.lifecycle.FlowStep;

/**
 * Reads what the steps of 多機関協働, 参加支援 and アウトリーチ wait for; where the city says nothing, nothing
 * waits.
 */
final class FlowList {

  /** What waits for the same everywhere is not the city's to say. */
  private static final Choices<FlowStep> STEPS =
      Choices.of(
          Arrays.stream(FlowStep.values())
              .filter(step -> step != FlowStep.PARTICIPATION_START)
              .toArray(FlowStep[]::new),
          FlowStep::label);

  private static final Choices<FlowRequirement> REQUIREMENTS =
      Choices.of(GrowingCode.known(FlowRequirement.class), FlowRequirement::label);

  private final Map<FlowStep, YamlValue> places = new EnumMap<>(FlowStep.class);
  private final Map<FlowStep, List<FlowRequirement>> gates = new EnumMap<>(FlowStep.class);

  private FlowList() {}

  static CaseFlow read(YamlMap root) {
    return root.optional("flow").map(new FlowList()::read).orElse(CaseFlow.FREE);
  }

  private CaseFlow read(YamlValue list) {
    for (YamlValue item : list.items()) {
      item.map("step", "needs").ifPresent(this::gate);
    }
    return new CaseFlow(
        of(FlowStep.SUPPORT_DECISION),
        of(FlowStep.HAND_BACK),
        of(FlowStep.CLOSING),
        of(FlowStep.RESULT_REPORT),
        new SideGates(
            of(FlowStep.MATCHING),
            of(FlowStep.SETTLING),
            of(FlowStep.PARTICIPATION_END),
            of(FlowStep.RELATING),
            of(FlowStep.VISITING),
            of(FlowStep.OUTREACH_END)));
  }

  private List<FlowRequirement> of(FlowStep step) {
    return gates.getOrDefault(step, List.of());
  }

  private void gate(YamlMap map) {
    Optional<YamlValue> place = map.required("step");
    Optional<FlowStep> step = place.flatMap(value -> value.choice(STEPS));
    List<YamlValue> needs = map.required("needs").map(YamlValue::items).orElse(List.of());
    step.ifPresent(
        known -> {
          YamlValue earlier = places.putIfAbsent(known, place.get());
          if (earlier != null) {
            place.get().fault("の手順は " + earlier.line() + "行目にもあります。", "一つにまとめてください。");
          }
          gates.put(known, requirements(known, needs));
        });
  }

  private static List<FlowRequirement> requirements(FlowStep step, List<YamlValue> needs) {
    List<FlowRequirement> requirements = new ArrayList<>();
    for (YamlValue need : needs) {
      Optional<FlowRequirement> requirement = need.choice(REQUIREMENTS);
      if (requirement.isPresent() && !requirement.get().fits(step)) {
        need.fault("は「" + step.label() + "」の前には求められません。", "この行を消してください。");
      } else {
        requirement.filter(one -> !requirements.contains(one)).ifPresent(requirements::add);
      }
    }
    return requirements;
  }
}
