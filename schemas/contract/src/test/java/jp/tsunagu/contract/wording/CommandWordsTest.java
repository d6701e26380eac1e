package jp.tsunagu.contract.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.UnknownCommand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandWordsTest {

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasANameOfItsOwn(Class<?> command) {
    Coded told = CommandWords.of(command.getSimpleName());
    assertThat(told.label()).isNotEqualTo(NewerRecord.NEW_LABEL);
    assertThat(commands())
        .filteredOn(other -> CommandWords.of(other.getSimpleName()).label().equals(told.label()))
        .containsExactly(command);
  }

  static Stream<Class<?>> commands() {
    return Stream.of(CaseCommand.class.getPermittedSubclasses())
        .flatMap(
            each -> each.isSealed() ? Stream.of(each.getPermittedSubclasses()) : Stream.of(each))
        .filter(each -> each != UnknownCommand.class)
        .map(each -> (Class<?>) each);
  }
}
