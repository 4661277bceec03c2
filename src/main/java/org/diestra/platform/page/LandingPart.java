package org.diestra.platform.page;

/**
 * A live piece of the front page: a bean of the module that serves it as a fragment. Without
 * scripts the page is whole without it.
 *
 * @param href answers a fragment
 * @param order smaller stands higher
 */
public record LandingPart(String href, int order) {}
