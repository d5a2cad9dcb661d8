import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LayerSwitches as Layers } from "../../store/state.ts";
import { useActions, useApp } from "../store-context.tsx";

/** A switch for each of these map layers. */
export function LayerSwitches({ only }: { readonly only: readonly (keyof Layers)[] }) {
  const { t } = useTranslation();
  const layers = useApp((state) => state.layers);
  const { setLayer } = useActions();
  return only.map((layer) => (
    <Switch
      key={layer}
      label={t(`layer.${layer}`)}
      checked={layers[layer]}
      onChange={(event) => setLayer(layer, event.currentTarget.checked)}
    />
  ));
}
