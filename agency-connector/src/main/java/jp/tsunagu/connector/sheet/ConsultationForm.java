package jp.tsunagu.connector.sheet;

import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Reception;
import org.jspecify.annotations.Nullable;

/**
 * 相談受付.
 *
 * @param persons how many persons the case names, at least the highest number of a person row
 */
public record ConsultationForm(Reception reception, int persons, @Nullable Protection protection) {}
