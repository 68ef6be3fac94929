package org.fundinggap.appraisal;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.fundinggap.lever.Payer;

/**
 * What a policy costs and earns, and whom, by year, from what it changes.
 *
 * @param costs what the policy itself uses
 * @param net by how much the public resource cost falls
 * @param netByPayer by how much each body is better off
 * @param cut what is taken off benefits that rest on assumed sizes
 */
record Incidence(RealFlow costs, RealFlow net, Map<Payer, RealFlow> netByPayer, RealFlow cut) {
  static Incidence of(PolicyEffects flows, Appraiser appraiser) {
    RealFlow zero = flows.services().minus(flows.services());
    RealFlow tied = withBias(flows.tied(), appraiser);
    ImmutableMap<Payer, RealFlow> own = byPayer(payer -> withBias(flows.own(payer), appraiser));
    RealFlow costs = isCost(tied, appraiser) ? tied : zero;
    RealFlow cut = cut(flows, appraiser);
    boolean isAsModelled = appraiser.benefitCut().share() == 0;
    RealFlow services = isAsModelled ? flows.services() : flows.services().plus(cut);
    RealFlow net = zero.minus(services).minus(tied);
    for (RealFlow each : own.values()) {
      costs = isCost(each, appraiser) ? costs.plus(each) : costs;
      net = net.minus(each);
    }
    for (RealFlow each : flows.taken().values()) {
      net = net.minus(each); // services have fallen by as much
    }
    RealFlow general = flows.funding().minus(flows.tied());
    ImmutableMap<Payer, RealFlow> received =
        ImmutableMap.of(
            Payer.COUNCILS,
            general.minus(services),
            Payer.GOVERNMENT,
            zero.minus(general).minus(tied),
            Payer.PARTNERS,
            zero);
    return new Incidence(
        costs.named("costs of the policy"),
        net.withoutRounding(flows.scale()).named("net benefit"),
        byPayer(
            payer ->
                PolicyEffects.of(received, payer)
                    .minus(PolicyEffects.of(own, payer))
                    .minus(flows.taken(payer))
                    .withoutRounding(flows.scale())
                    .named("net benefit to " + payer)),
        cut.named("taken off benefits"));
  }

  /** What is saved elsewhere. */
  RealFlow benefits() {
    return net.plus(costs).named("benefits of the policy");
  }

  /*
   * Reason. To first order an effect of a smaller size is so much smaller in every year and draw, where
   * it saves and where it costs. If all in all it saves nothing there is no benefit to cut, and a share
   * of it would flatter the policy.
   */
  private static RealFlow cut(PolicyEffects flows, Appraiser appraiser) {
    RealFlow saved = flows.servicesOfAll().times(-1).withoutRounding(flows.scale());
    boolean isCut =
        !appraiser.assumed(flows).isEmpty() && saved.presentValue(appraiser.schedule()).mean() > 0;
    return saved.times(isCut ? appraiser.benefitCut().share() : 0);
  }

  private static ImmutableMap<Payer, RealFlow> byPayer(Function<Payer, RealFlow> flow) {
    return Maps.toMap(Arrays.asList(Payer.values()), flow::apply);
  }

  /** A cost that the policy lowers is a saving: no cost, and no bias on it. */
  private static boolean isCost(RealFlow change, Appraiser appraiser) {
    return change.presentValue(appraiser.schedule()).mean() > 0;
  }

  private static RealFlow withBias(RealFlow change, Appraiser appraiser) {
    return isCost(change, appraiser) ? change.times(1 + appraiser.optimismBias().share()) : change;
  }
}
