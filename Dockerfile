FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# Optional is the TypeScript compiler alone, as a peer; declarations and source maps are for who writes code.
RUN npm ci --omit=dev --omit=optional --ignore-scripts \
  && find node_modules -type f \( -name '*.d.ts' -o -name '*.d.?ts' -o -name '*.map' \) -delete

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY data ./data
COPY locales ./locales
COPY src ./src
COPY adapters ./adapters
COPY scripts/register-discord.ts ./scripts/
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "adapters/main.ts"]
