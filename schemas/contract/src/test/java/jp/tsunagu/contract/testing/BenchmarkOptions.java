package jp.tsunagu.contract.testing;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person sets for a benchmark, each as {@code --name=number}. */
public record BenchmarkOptions(Map<String, Integer> given) {

  /** Keeps an unmodifiable copy. */
  public BenchmarkOptions {
    given = Map.copyOf(given);
  }

  /** From a command line. */
  public static BenchmarkOptions of(String... arguments) {
    return new BenchmarkOptions(
        Stream.of(arguments)
            .map(argument -> argument.substring(2).split("="))
            .collect(Collectors.toMap(parts -> parts[0], parts -> Integer.valueOf(parts[1]))));
  }

  /** The number of this name, or the usual one. */
  public int get(String name, int usual) {
    return given.getOrDefault(name, usual);
  }
}
