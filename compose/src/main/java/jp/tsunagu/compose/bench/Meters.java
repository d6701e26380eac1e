package jp.tsunagu.compose.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several meters over the same time. What a meter costs when it begins and ends is seen by none
 * that stands behind it.
 */
record Meters(List<Meter> outerFirst) {

  Meters {
    outerFirst = List.copyOf(outerFirst);
  }

  void begin() {
    outerFirst.forEach(Meter::begin);
  }

  /** What was spent, divided by this. */
  Map<String, Double> spent(double by) {
    var readings = new ArrayList<Map<String, Double>>();
    outerFirst.reversed().forEach(meter -> readings.add(meter.spent()));
    var all = new LinkedHashMap<String, Double>();
    readings.forEach(reading -> reading.forEach((name, amount) -> all.put(name, amount / by)));
    return all;
  }
}
