package jp.tsunagu.runtime.page;

import jp.tsunagu.contract.wording.Codes;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads the codes in addresses and parameters by code or by label; see {@link Codes}. */
final class CodeConversion implements ConverterFactory<String, Enum<?>> {

  @Override
  public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
    return text ->
        Codes.read(type, text).orElseThrow(() -> new IllegalArgumentException("no such code"));
  }
}
