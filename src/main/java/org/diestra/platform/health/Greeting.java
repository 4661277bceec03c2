package org.diestra.platform.health;

import java.util.List;

/**
 * Lines for the person who has just started the house, beside its address; a bean of any module.
 */
public interface Greeting {
  List<String> lines();
}
