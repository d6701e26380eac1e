/** What the meeting bodies are asked for and what happened in their meetings: ids, codes, times. */
@NullMarked
package jp.tsunagu.contract.meeting;

import org.jspecify.annotations.NullMarked;
