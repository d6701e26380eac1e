/** The sample city: its agencies, their tokens and its network.yaml. */
@NullMarked
package jp.tsunagu.compose.city;

import org.jspecify.annotations.NullMarked;
